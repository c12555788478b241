import type { runCucumber } from '@cucumber/cucumber/api';

type Listener = NonNullable<Parameters<typeof runCucumber>[2]>;

/** One of the messages that Cucumber emits while it runs. */
export type CucumberMessage = Parameters<Listener>[0];

/** A step of a compiled scenario. */
export type PickleStep = NonNullable<CucumberMessage['pickle']>['steps'][number];

/** A step as planned for execution. */
export type TestStep = NonNullable<CucumberMessage['testCase']>['testSteps'][number];
