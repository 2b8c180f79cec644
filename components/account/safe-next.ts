const here = "http://here.invalid";

/**
 * Where to go on after logging in, if that is a page of ours. An address that leads elsewhere, however it is
 * spelled, is nowhere: a link to log-in must not carry anybody off to a copy of it.
 */
export function safeNext(next: string | string[] | undefined): string | null {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return null;
  if (!URL.canParse(next, here)) return null;
  const { origin, pathname, search, hash } = new URL(next, here);
  const isPage = origin === here && !pathname.startsWith("//") && !/^\/(log-in|api)(\/|$)/.test(pathname);
  return isPage ? `${pathname}${search}${hash}` : null;
}
