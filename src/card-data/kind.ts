/**
 * What a text or value holds that must not be stored, logged or sent. `pan`: a card number. `track`: a stripe's content.
 * `emv`: a tag of the never-list (docs/card-data.md). `pin`, `cvv`: by their names. `identity`: an IMEI or ICCID, which is
 * no card data but looks like it; whoever must show one shows its last four digits. `unsearchable`: too deep or too large
 * to be looked through.
 */
export type CardDataKind = "pan" | "track" | "emv" | "pin" | "cvv" | "identity" | "unsearchable";
