/**
 * What a vault is exported as. `protected`: JSON, sealed under a password of the file's own. `sealed`: items that do not
 * open, as the server has them.
 */
export const exportFormats = ["json", "csv", "protected", "sealed"] as const;
export type ExportFormat = (typeof exportFormats)[number];
