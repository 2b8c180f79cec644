import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { BucketSettings } from "@/lib/env";

/** What becomes of a request: an error, a connection that breaks while it is answered, or no answer at all. */
type Fault = "503" | "cut" | "slow";

const keys = { accessKeyId: "AKIATEST", secretAccessKey: "a/secret+key" };
const region = "eu-north-1";

/**
 * What stands in for a bucket on this machine. It takes only requests that are signed for it as S3 asks, with the hash of
 * what they bring, and keeps objects by their path.
 */
export async function startS3() {
  const objects = new Map<string, Buffer>();
  /** What becomes of the next requests, one after the other. */
  const faults: Fault[] = [];
  const seen: string[] = [];

  const server = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    const body = await bodyOf(request);
    seen.push(`${method} ${url}`);
    const fault = faults.shift();
    if (fault === "slow") return;
    if (fault === "503") return response.writeHead(503).end("<Error><Code>SlowDown</Code></Error>");
    if (!isSigned(request, body))
      return response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
    if (!url.startsWith("/files/"))
      return response.writeHead(404).end("<Error><Code>NoSuchBucket</Code></Error>");
    if (method === "PUT") objects.set(url, body);
    if (method === "DELETE") objects.delete(url);
    const object = method === "GET" ? objects.get(url) : Buffer.alloc(0);
    if (!object) return response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    if (fault === "cut") {
      response.writeHead(200, { "content-length": object.length + 1 });
      response.write(object, () => request.socket.destroy());
      return;
    }
    response.writeHead(method === "DELETE" ? 204 : 200).end(object);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  const settings: BucketSettings = { ...keys, address: `http://127.0.0.1:${port}/files`, region };
  return {
    ...{ objects, faults, seen, settings },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const hash = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** Signature Version 4, worked out from what has come. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const date = `${headers["x-amz-date"]}`;
  if (!/^\d{8}T\d{6}Z$/.test(date) || headers["x-amz-content-sha256"] !== hash(body)) return false;
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  const names = ["host", "x-amz-content-sha256", "x-amz-date"];
  const canonical = [
    ...[method, url, ""],
    ...names.map((name) => `${name}:${headers[name]}`),
    ...["", names.join(";"), hash(body)],
  ].join("\n");
  const key = [region, "s3", "aws4_request"].reduce<Buffer>(
    hmac,
    hmac(`AWS4${keys.secretAccessKey}`, date.slice(0, 8)),
  );
  const signature = hmac(key, ["AWS4-HMAC-SHA256", date, scope, hash(canonical)].join("\n")).toString("hex");
  return (
    headers.authorization ===
    `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`
  );
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
