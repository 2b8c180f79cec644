import { fileEndpoint } from "@/lib/http/file";
import { uploadEndpoint } from "@/lib/http/upload";
import { getAttachmentPart } from "@/lib/operations/attachment/get-attachment-part";
import { putAttachmentPart } from "@/lib/operations/attachment/put-attachment-part";

export const GET = fileEndpoint(getAttachmentPart, ({ bytes }) => ({
  name: "part",
  type: "application/octet-stream",
  body: bytes,
}));

export const PUT = uploadEndpoint(putAttachmentPart);
