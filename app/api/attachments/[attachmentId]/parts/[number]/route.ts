import { bytesOfPart } from "@/lib/bucket/bytes-of-part";
import { bytesEndpoint, uploadEndpoint } from "@/lib/http/bytes";
import { getAttachmentPart } from "@/lib/operations/attachment/get-attachment-part";
import { putAttachmentPart } from "@/lib/operations/attachment/put-attachment-part";

export const GET = bytesEndpoint(getAttachmentPart, bytesOfPart);
export const PUT = uploadEndpoint(putAttachmentPart);
