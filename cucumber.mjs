// Profiles for plain `npx cucumber-js` and for the Cucumber plugins of editors. Say which metadata to test:
//   npx cucumber-js --world-parameters '{"metadata": "path/to/metadata.xml"}'
//   npx cucumber-js -p dd-2.1 generated/2.1/member.feature --world-parameters '{"metadata": "…", "lookups": "…"}'
import { statSync } from 'node:fs';

const FEATURE = /\.feature(:\d+)*$/;

/** True when the command line names features or folders: they take the place of the profile's own. */
function namesFeatures() {
  return process.argv
    .slice(2)
    .some((word) => FEATURE.test(word) || statSync(word, { throwIfNoEntry: false })?.isDirectory() === true);
}

function profile(version) {
  return {
    ...(namesFeatures() ? {} : { paths: [`generated/${version}/*.feature`] }),
    import: ['dist/scenarios/steps/*.js', 'dist/cli/cucumber-setup.js'],
    worldParameters: { version },
  };
}

export default function profiles() {
  return {
    default: profile('2.0'),
    'dd-1.7': profile('1.7'),
    'dd-2.0': profile('2.0'),
    'dd-2.1': profile('2.1'),
  };
}
