import type { runCucumber } from '@cucumber/cucumber/api';

type Listener = NonNullable<Parameters<typeof runCucumber>[2]>;

/** One of the messages that Cucumber emits while it runs. */
export type CucumberMessage = Parameters<Listener>[0];

/** A compiled scenario. */
export type Pickle = NonNullable<CucumberMessage['pickle']>;

/** A scenario as planned for execution. */
export type TestCase = NonNullable<CucumberMessage['testCase']>;
