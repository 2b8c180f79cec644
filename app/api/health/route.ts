import { publicEntry } from "@/lib/http/guarded";

// Asked of a running process: an answer made at build time would be about another one.
export const dynamic = "force-dynamic";

export const GET = publicEntry("says only that the process answers", () => Response.json({ status: "up" }));
