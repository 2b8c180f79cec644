import { z } from "zod";
import { FolderId } from "@/lib/domain/ids";
import { encString, textToSeal } from "@/lib/domain/sealed";

const longestName = 100;

/** The name of a folder as it is typed. */
export const FolderName = textToSeal(longestName).trim().min(1, { error: "required" });

export const FolderTarget = z.object({ folderId: FolderId });

/** The browser makes the id, so that sending twice creates once. */
export const NamedFolder = FolderTarget.extend({ name: encString() });
