import type { Format } from "@/lib/import/read-file";

const withPassword: readonly Format[] = ["keepass", "bitwarden_protected"];

/** Whether such a file opens with a password alone; all others are in the clear. */
export const hasPassword = (format: Format): boolean => withPassword.includes(format);
