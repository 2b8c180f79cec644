import { isActOrQuestion } from "@/components/vault/asking";

/**
 * The refusal as it stands in the answer to a server action or question. Texts of people cannot be taken for
 * it, because their quotation marks are escaped.
 */
const notSignedIn = /"code":"not_signed_in"/;

/** What was done, or is answered, says nothing of the kind, and may be megabytes: it is read no further. */
const good = '{"ok":true';

/** A part of a file: it says nothing, and is not to be read twice. */
const isOfBytes = ({ headers }: Response) => headers.get("content-type") === "application/octet-stream";

/**
 * Calls back when the server answers to an action or question that nobody is signed in here any more. All of
 * them go through `fetch`, so all are heard. Returns a function that stops it.
 */
export function hearSessionEnd(onEnd: () => void): () => void {
  const plain = window.fetch;

  window.fetch = async (input, init) => {
    const answer = await plain(input, init);
    if (isActOrQuestion(input, init) && !isOfBytes(answer)) void readEnd(answer.clone());
    return answer;
  };

  async function readEnd(answer: Response) {
    const reader = answer.body?.getReader();
    const decoder = new TextDecoder();
    let text = "";
    try {
      for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
        text += decoder.decode(next.value, { stream: true });
        if (text.startsWith(good)) return void (await reader?.cancel());
      }
    } catch {
      // An answer that broke off tells nothing about the session. Its caller gets the error.
      return;
    }
    if (notSignedIn.test(text)) onEnd();
  }

  return () => {
    window.fetch = plain;
  };
}
