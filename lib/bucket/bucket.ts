import "server-only";
import { createHash } from "node:crypto";
import { AwsV4Signer } from "aws4fetch";
import { BucketAway } from "@/lib/bucket/bucket-away";
import type { BucketSettings } from "@/lib/env";

/** Where parts of sealed files are kept outside of the database, each under an id of its own. */
export type Bucket = {
  put: (objectId: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Null when there is none. */
  get: (objectId: string) => Promise<Uint8Array | null>;
  /** Done also where there is none. */
  remove: (objectId: string) => Promise<void>;
};

/** A part is a megabyte at most, which takes this long over a line of a megabit in each second. */
const patience = 15_000;

type Sent = { method: "PUT" | "GET" | "DELETE"; objectId: string; body?: Uint8Array<ArrayBuffer> };

const hashOf = (body: Uint8Array) => createHash("sha256").update(body).digest("hex");

/** A bucket that speaks S3. Each request is signed with what it brings, so nobody on the way exchanges it. */
export function openBucket(settings: BucketSettings, patienceMs = patience): Bucket {
  const { address, region, ...keys } = settings;

  async function send({ method, objectId, body }: Sent): Promise<{ status: number; bytes: Uint8Array }> {
    const signer = new AwsV4Signer({
      ...keys,
      ...(region !== null && { region }),
      service: "s3",
      method,
      url: `${address}/${objectId}`,
      headers: { "x-amz-content-sha256": hashOf(body ?? new Uint8Array(0)) },
    });
    const { url, headers } = await signer.sign();
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const request = { method, headers, redirect: "manual" as const, cache: "no-store" as const, signal };
      const answer = await fetch(url, { ...request, ...(body && { body }) });
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
    } catch (error) {
      throw new BucketAway(
        error instanceof Error && error.name === "TimeoutError" ? "no answer in time" : "no answer",
      );
    }
  }

  async function expectDone(sent: Sent): Promise<void> {
    const { status } = await send(sent);
    // A bucket says of an object that is not there that it is gone. Another answer may mean that there is no such bucket.
    if (status < 200 || status >= 300) throw new BucketAway(`${sent.method} ${status}`);
  }

  return {
    put: (objectId, body) => expectDone({ method: "PUT", objectId, body }),
    remove: (objectId) => expectDone({ method: "DELETE", objectId }),
    async get(objectId) {
      const { status, bytes } = await send({ method: "GET", objectId });
      if (status === 404) return null;
      if (status !== 200) throw new BucketAway(`GET ${status}`);
      return bytes;
    },
  };
}
