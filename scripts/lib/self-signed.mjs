import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";

/**
 * Writes a certificate for this machine that vouches for itself, and its key.
 *
 * @param {string} folder
 * @returns {Promise<{ certificate: string, key: string }>} where they are, in PEM.
 */
export async function selfSigned(folder) {
  const extensions = [
    { name: "basicConstraints", cA: true, critical: true },
    { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
  ];
  const notAfterDate = new Date(Date.now() + 24 * 60 * 60 * 1000);
  const made = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keyType: "ec",
    notAfterDate,
    extensions,
  });
  const files = { certificate: join(folder, "certificate.pem"), key: join(folder, "key.pem") };
  writeFileSync(files.certificate, made.cert);
  writeFileSync(files.key, made.private, { mode: 0o600 });
  return files;
}
