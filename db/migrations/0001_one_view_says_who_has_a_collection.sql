CREATE VIEW "public"."collection_access" AS (select given.organization_id, given.collection_id, given.member_id, member.user_id,
      member.status as member_status, given.permission
    from "collection_members" as given
    left join "organization_members" as member on member.id = given.member_id);