import { Gunzip } from "fflate";
import * as kdbxweb from "kdbxweb";
import { type Cost, expectBearable } from "@/lib/import/costs";
import { CannotImport } from "@/lib/import/trouble";
import { largestUnpacked } from "@/lib/import/unzip";

/** The step of the library between decrypting and unpacking, which it does not show in its types. */
type Decrypting = { decryptData(data: ArrayBuffer, key: ArrayBuffer): Promise<ArrayBuffer> };

/**
 * Opens a KeePass database, and bounds before it begins what its header asks for, and before it is unpacked how large
 * that becomes.
 *
 * @throws {CannotImport} `too_costly`, `unpacks_too_large`
 */
export async function loadBounded(
  bytes: ArrayBuffer,
  credentials: kdbxweb.KdbxCredentials,
): Promise<kdbxweb.Kdbx> {
  const database = new kdbxweb.Kdbx();
  expectBearable(
    costOf(
      kdbxweb.KdbxHeader.read(new kdbxweb.BinaryStream(bytes), new kdbxweb.KdbxContext({ kdbx: database })),
    ),
  );
  database.credentials = credentials;
  const format = new kdbxweb.KdbxFormat(database);
  // A release without this step refuses every database: nothing is unpacked unmeasured.
  const steps = format as unknown as Decrypting;
  const decrypt = steps.decryptData.bind(format);
  steps.decryptData = async (data, key) => {
    const opened = await decrypt(data, key);
    await expectBearableSize(database.header, opened);
    return opened;
  };
  return format.load(bytes);
}

function costOf({ versionMajor, keyEncryptionRounds, kdfParameters }: kdbxweb.KdbxHeader): Cost {
  if (versionMajor === 3) return { by: "aes", rounds: keyEncryptionRounds ?? 0 };
  const asked = (name: string): number => {
    const value = kdfParameters?.get(name);
    // Larger than any number of its own, the library throws instead of answering.
    if (value instanceof kdbxweb.Int64) return value.hi * 2 ** 32 + value.lo;
    return typeof value === "number" ? value : 0;
  };
  const id = kdfParameters?.get("$UUID");
  const isAes = id instanceof ArrayBuffer && kdbxweb.ByteUtils.bytesToBase64(id) === kdbxweb.Consts.KdfId.Aes;
  return isAes
    ? { by: "aes", rounds: asked("R") }
    : { by: "argon2", memory: asked("M") / 1024, passes: asked("I"), lanes: asked("P") };
}

async function expectBearableSize(header: kdbxweb.KdbxHeader, opened: ArrayBuffer): Promise<void> {
  if (header.compression !== kdbxweb.Consts.CompressionAlgorithm.GZip) return;
  const packed = header.versionMajor === 3 ? await packedOfThird(header, opened) : opened;
  if (packed) expectUnpackable(new Uint8Array(packed));
}

/** In version 3, what is packed stands in blocks, behind bytes that show whether the password was right. */
async function packedOfThird({ streamStartBytes }: kdbxweb.KdbxHeader, opened: ArrayBuffer) {
  const start = streamStartBytes ?? new ArrayBuffer(0);
  const isRight = kdbxweb.ByteUtils.arrayBufferEquals(opened.slice(0, start.byteLength), start);
  return isRight ? kdbxweb.HashedBlockTransform.decrypt(opened.slice(start.byteLength)) : null;
}

/** A thousandfold of what goes in comes out of it at most. */
const step = 16 * 1024;

/** What gzip says of its size is what the library makes room for; how large it becomes is found out piece by piece. */
export function expectUnpackable(packed: Uint8Array): void {
  const said = new DataView(packed.buffer, packed.byteOffset + packed.length - 4).getUint32(0, true);
  if (said > largestUnpacked) throw new CannotImport("unpacks_too_large");
  let size = 0;
  const unpacking = new Gunzip((part) => {
    size += part.length;
    if (size > largestUnpacked) throw new CannotImport("unpacks_too_large");
  });
  for (let at = 0; at < packed.length; at += step)
    unpacking.push(packed.subarray(at, at + step), at + step >= packed.length);
}
