import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Most tests start the command line, which is a process of its own.
    maxWorkers: 2,
    // What was built is loaded as Node loads it: Cucumber imports its step definitions from there too.
    server: { deps: { external: [/\/dist\//] } },
  },
});
