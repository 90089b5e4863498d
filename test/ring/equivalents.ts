/**
 * Mutants that nothing can notice, by what `npm run bench -- mutation` calls them, each with the reason. One that is noticed
 * after all, or that is of a link no longer there, is to be taken off the list: a test says so.
 */
export const equivalents: Readonly<Record<string, string>> = {};
