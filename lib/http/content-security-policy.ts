type Place = { nonce: string; https: boolean; development: boolean };

/**
 * The policy of a page. Scripts run by the nonce or by what such a script loads; WebAssembly is allowed because
 * Argon2 and the vault's batch decryption are made of it; style attributes because React writes them.
 *
 * No form is sent by the browser itself: scripts of ours read what was typed and decide what leaves the device.
 * Where a form would be sent before they have arrived, the browser refuses.
 *
 * In development React's error overlay evaluates code, and styles arrive without a nonce.
 */
export function contentSecurityPolicy({ nonce, https, development }: Place): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
