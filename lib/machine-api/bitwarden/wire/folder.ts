import { z } from "zod";
import type { FolderId } from "@/lib/domain/ids";
import { asWritten } from "@/lib/machine-api/bitwarden/wire/as-written";
import { dateOf } from "@/lib/machine-api/bitwarden/wire/values";

type Folder = { id: FolderId; name: string; revisedAt: Date };

/** A folder as apps read it. Protocol chapter 5.4. */
export const folderOf = ({ id, name, revisedAt }: Folder) => ({
  ...{ id, name, revisionDate: dateOf(revisedAt), object: "folder" },
});

const Request = z.object({ name: z.string({ error: "not_sealed" }) });

export const readFolder = (body: unknown) => Request.parse(asWritten(body));
