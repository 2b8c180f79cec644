import { measureConfirm } from "@/scripts/bench/organization-confirm";
import { measureMatrix } from "@/scripts/bench/organization-matrix";
import { measureReads } from "@/scripts/bench/organization-reads";
import { measureRotation } from "@/scripts/bench/organization-rotation";

/** An organization of 10,000 members, 500 groups and 2,000 collections. */
export async function run() {
  const parts = [
    await measureReads(),
    await measureConfirm(),
    await measureMatrix(),
    await measureRotation(),
  ];
  return { lines: parts.flatMap(({ lines }) => lines), ok: parts.every(({ ok }) => ok) };
}
