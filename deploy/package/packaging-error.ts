/** What whoever packages can mend: a wrong word, a program that is missing, a download that is not what it should be. */
export class PackagingError extends Error {}
