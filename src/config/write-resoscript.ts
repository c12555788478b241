import { authenticationType, SETTING } from './resoscript-names.js';
import { type CredentialsToWrite, type ServerToWrite, toWrittenValue } from './written-value.js';

/**
 * A RESOScript that `readResoScript` reads back as the server.
 *
 * @throws ConfigurationError for a value that no file can hold: see `toWrittenValue`
 */
export function writeResoScript({ serviceRootUri, credentials }: ServerToWrite): string {
  const settings = [[SETTING.serviceRoot, serviceRootUri] as const, ...settingsOf(credentials)];
  const lines = settings.map(
    ([name, value]) => `    <${name}>${escapeXml(toWrittenValue(value))}</${name}>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- \${NAME} is replaced by the environment variable NAME; $\${ stands for \${ itself. -->
<OutputScript>
  <RESOScriptVersion>4.0.0</RESOScriptVersion>
  <ClientSettings>
${lines.join('')}  </ClientSettings>
  <Parameters/>
  <Requests/>
</OutputScript>
`;
}

function settingsOf(credentials: CredentialsToWrite): readonly (readonly [string, string])[] {
  const stated = [SETTING.authenticationType, authenticationType(credentials.kind)] as const;
  if (credentials.kind === 'token') return [stated, [SETTING.token, credentials.token]];
  const { clientId, clientSecret, tokenUri, scope } = credentials;
  return [
    stated,
    [SETTING.clientId, clientId],
    [SETTING.clientSecret, clientSecret],
    [SETTING.tokenUri, tokenUri],
    ...(scope === undefined ? [] : [[SETTING.scope, scope] as const]),
  ];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
