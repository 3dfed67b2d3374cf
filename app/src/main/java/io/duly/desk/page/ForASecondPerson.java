package io.duly.desk.page;

/** What waits for somebody's yes or no as the second person, and what became of their own proposals since they read it last. */
final class ForASecondPerson {
  /** Takes whether they approve, whether they may say yes to offers, whether they work cases, whether they look after the people, the moment, who they are, and their creditors, or null for all. */
  static final String COUNT =
      """
      select case when not q.works then 0 else
             (select count(*)::int from identity.proposal p
               where p.expires_at > q.now and p.proposed_by <> q.me and p.person_id is distinct from q.me
                 and case when p.kind = 'offer' then q.offers else q.may end
                 and case when p.creditor_id is null then q.of_people or q.scope is null else q.scope is null or p.creditor_id = any (q.scope) end
                 and not exists (select from identity.proposal_decision d where d.proposal_id = p.id))
           + (select count(*)::int from identity.proposal p left join identity.proposal_decision d on d.proposal_id = p.id
               where p.proposed_by = q.me and p.proposed_at > q.now - interval '30 days' and d.decided_by is distinct from q.me and coalesce(d.decided_at, p.expires_at) <= q.now
                 and coalesce(d.decided_at, p.expires_at) > coalesce((select a.until from identity.answers_read a where a.person_id = q.me), '-infinity')) end
        from (select ?::boolean as may, ?::boolean as offers, ?::boolean as works, ?::boolean as of_people, ?::timestamptz as now, ?::uuid as me, ?::uuid[] as scope) q
      """;

  private ForASecondPerson() {}
}
