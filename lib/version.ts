import "server-only";
import manifest from "@/package.json";

/** Which version of Trousseau this is, as package.json has it. */
export const version: string = manifest.version;
