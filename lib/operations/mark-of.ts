import "server-only";
import { createHash } from "node:crypto";

/** Stands for what somebody was shown or handed: once any of it is another, so is this. SHA-256, base64url. */
export const markOf = (shown: object): string =>
  createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
