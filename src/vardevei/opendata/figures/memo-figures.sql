-- The memo's figures as printed, each beside what is found in the sources that are loaded. Never like for like:
-- other years, other sources. `loaded` is 0 where no source is loaded for the group, and then nothing is computed.
with chosen as (
  select f.family_group, p.unit_id, p.year, count(*) as participations
  from participation p
  join family f on f.code = p.family
  where p.counted = 1 and p.year between :first_year and :last_year
  group by f.family_group, p.unit_id, p.year
),
grouped as (
  select family_group, unit_id, year, participations from chosen
  union all
  select 'all', unit_id, year, participations from chosen
),
computed as (
  select g.family_group, sum(g.participations) as participations,
    count(distinct p.municipality_id) as municipalities,
    count(distinct case when p.kind = 'county' then p.county_id end) as county_councils
  from grouped g
  left join lies_in p on p.unit_id = g.unit_id and p.borders = case when :borders = 0 then g.year else :borders end
  group by g.family_group
)
select 'row' as section, r.position, r.code as code, coalesce(c.participations, 0) as loaded,
  case when r.measure = 'county_councils' then c.county_councils else c.municipalities end as computed
from reference_figure r
left join computed c on c.family_group = r.family_group
order by section, position
