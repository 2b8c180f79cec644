/** Asks this server's relay for a range of exposed passwords. Nothing but the five digits is sent. */
export async function askRange(prefix: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(`/api/breaches/${prefix}`, { signal });
  if (!answer.ok) throw new Error(`no answer, but ${answer.status}`);
  return answer.text();
}
