/**
 * What the console's server and its page say to each other, as JSON. Types only: the page is built for browsers and has nothing of
 * the server but this. All `*Ms` are milliseconds since 1970; texts for people are in the language that was asked for.
 */
export type * from "./api/access.ts";
export type * from "./api/command.ts";
export type * from "./api/fleet.ts";
export type * from "./api/terminal.ts";
