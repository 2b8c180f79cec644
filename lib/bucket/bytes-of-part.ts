import "server-only";
import { BucketAway } from "@/lib/bucket/bucket-away";
import { theBucket } from "@/lib/bucket/the-bucket";

type Kept = { bytes: Uint8Array | null; objectId: string | null };

/**
 * The bytes of a part, wherever it is kept: also those that came before the instance had a bucket.
 *
 * @throws {BucketAway} also when the bucket has lost it, or is not among the settings any more.
 */
export async function bytesOfPart({ bytes, objectId }: Kept): Promise<Uint8Array> {
  if (bytes) return bytes;
  const found = objectId && (await (await theBucket())?.get(objectId));
  if (!found) throw new BucketAway(`no object ${objectId}`);
  return found;
}
