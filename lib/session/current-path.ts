import "server-only";
import { headers } from "next/headers";

/** The path and query of the page being rendered, as proxy.ts passed it on. */
export const currentPath = async () => (await headers()).get("x-path") ?? "/";
