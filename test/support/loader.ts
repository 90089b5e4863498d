/** What `node --import` takes to run this repository's TypeScript: the compiled files of the test run, else tsx. */
export const loader: string = process.env["POSDIAG_PRELOAD"] ?? "tsx";
