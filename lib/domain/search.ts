import { z } from "zod";

const longest = 200;

/**
 * What somebody looks for in a list. No name holds control characters, and no database takes the first of
 * them: they are left out, and what is too long is cut, since an address bar is no form that could object.
 */
export const SearchText = z
  .string()
  .transform((text) =>
    text
      .replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, longest),
  )
  .catch("");
