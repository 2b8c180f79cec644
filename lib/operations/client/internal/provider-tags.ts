import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { providerTags } from "@/db/schema/client-tags";
import type { EncString } from "@/lib/crypto/types";
import type { ClientTagId, ProviderId } from "@/lib/domain/ids";
import type { TagColor } from "@/lib/domain/provider/tags";

/** A tag as it is served: its name is sealed under the provider key. */
export type SealedTag = { id: ClientTagId; name: EncString; color: TagColor };

/** All tags of a provider, oldest first, as one value. */
export const tagsOf = (providerId: ProviderId): SQL<SealedTag[]> =>
  sql<
    SealedTag[]
  >`(select coalesce(json_agg(json_build_object('id', tag.id, 'name', tag.name, 'color', tag.color)
    order by tag.created_at, tag.id), '[]') from ${providerTags} as tag where tag.provider_id = ${providerId})`;
