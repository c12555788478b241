/** A Cucumber formatter for standard output that writes nothing: the command line shows a summary of its own. */
export default { type: 'formatter', formatter: () => undefined } as const;
