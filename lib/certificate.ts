import "server-only";
import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import type { TlsSettings } from "@/lib/env";

/** A certificate and its key, in PEM. */
export type Certificate = { cert: Buffer; key: Buffer };

/** They cannot be used. The message names the settings and the reason, and no part of the key. */
export class CertificateRefused extends Error {
  override name = "CertificateRefused";
}

/** Reads both files. @throws {CertificateRefused} when one cannot be read, or they do not belong together. */
export function readCertificate({ certificate, key }: TlsSettings): Certificate {
  const read = { cert: fileOf("TLS_CERT", certificate), key: fileOf("TLS_KEY", key) };
  try {
    createSecureContext(read);
    return read;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "they are no PEM";
    throw new CertificateRefused(`TLS_CERT and TLS_KEY cannot be used together: ${reason}`, { cause: error });
  }
}

function fileOf(name: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new CertificateRefused(`${name}: ${file} cannot be read${code}.`, { cause: error });
  }
}
