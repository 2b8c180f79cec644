import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { formsOf } from "./secret-forms.mjs";

/**
 * Looks for texts in files and in all files of folders, in every form.
 *
 * @param {readonly string[]} places files and folders.
 * @param {readonly string[]} secrets
 * @returns {{ bytes: number, found: { file: string, secret: string, form: string }[] }} how much was read, and what is where.
 */
export function findSecrets(places, secrets) {
  const wanted = secrets.flatMap((secret) =>
    [...formsOf(secret)].map(([form, bytes]) => ({ secret, form, bytes })),
  );
  let read = 0;
  const found = [];
  for (const file of places.flatMap(filesOf)) {
    const content = readFileSync(file);
    read += content.length;
    for (const { secret, form, bytes } of wanted)
      if (content.includes(bytes)) found.push({ file, secret, form });
  }
  return { bytes: read, found };
}

/** Links of a browser's folder lead to names and not to files. */
function filesOf(place) {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
