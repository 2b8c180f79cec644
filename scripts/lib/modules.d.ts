// The scripts that run before anything is installed are plain JavaScript; these are their shapes for the others.
declare module "*/lib/prepare.mjs" {
  export function build(): Promise<void>;
}
declare module "*/lib/wasm.mjs" {
  export function makeWasm(): Promise<void>;
}
declare module "*/command.mjs" {
  export function runCommand(command: {
    usage: string;
    takesArguments?: boolean;
    run: (args: string[]) => Promise<void>;
  }): Promise<void>;
}
declare module "*/run.mjs" {
  export class Stop extends Error {}
}
declare module "*/lib/server.mjs" {
  export function startServer(options: {
    dataDir: string;
    output: string;
    env?: Record<string, string>;
  }): Promise<{ url: string; pid: number; stop: () => Promise<number | null> }>;
}
declare module "*/lib/postgres.mjs" {
  export function startPostgres(): Promise<
    { url: string; stop: () => Promise<void>; pause: () => void; resume: () => void } | { missing: string }
  >;
}
declare module "*/lib/chromium.mjs" {
  export function findChromium(): Promise<{ path: string } | { missing: string }>;
}
declare module "*/when-gone.mjs" {
  export function whenGone(response: import("node:http").ServerResponse, act: () => void): () => void;
}
declare module "*/breaches.mjs" {
  export function startBreaches(port?: number): Promise<{ url: string; stop: () => Promise<void> }>;
}
declare module "*/secret-forms.mjs" {
  export function formsOf(text: string): Map<string, Buffer>;
}
declare module "*/find-secrets.mjs" {
  export function findSecrets(
    places: readonly string[],
    secrets: readonly string[],
  ): { bytes: number; found: { file: string; secret: string; form: string }[] };
}
declare module "*/record-requests.mjs" {
  export function recordRequests(
    file: string,
  ): Promise<{ url: string; leadTo: (port: number) => void; stop: () => Promise<void> }>;
}
