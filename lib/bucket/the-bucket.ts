import "server-only";
import type { Bucket } from "@/lib/bucket/bucket";
import { environment } from "@/lib/env";

let opened: Promise<Bucket | null> | undefined;

/** The bucket of this instance; null where files are kept in the database. What is not used is not loaded. */
export function theBucket(): Promise<Bucket | null> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Bucket | null> {
  const { bucket } = environment();
  if (bucket === null) return null;
  const { openBucket } = await import("@/lib/bucket/bucket");
  return openBucket(bucket);
}
