import "server-only";
import { textOf } from "@/lib/machine-api/read-json";
import { Refused } from "@/lib/operations/errors";

/** The fields of a form, by their names in lower case. @throws {Refused} `malformed_body`, also for a name that comes twice. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/x-www-form-urlencoded") throw new Refused("malformed_body");
  const fields = [...new URLSearchParams(await textOf(request))].map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  if (new Set(fields.map(([name]) => name)).size < fields.length) throw new Refused("malformed_body");
  return Object.fromEntries(fields);
}
