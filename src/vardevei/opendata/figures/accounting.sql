-- Every participation that a choice selects is placed or not placed, and nothing is left out in silence.
-- Run beside each figure, with the same choices. A unit counts as placed when one of its participations is.
with selected as (
  select unit_id, year, relation, counted, count(*) as participations
  from participation
  where (:role = 'all' or role = :role)
    and (:family = 'all' or family in (select code from family where code = :family or family_group = :family))
    and (year is null or year between :first_year and :last_year)
  group by unit_id, year, relation, counted
),
chosen as (
  select unit_id, year, sum(participations) as participations
  from selected
  where counted = 1 and year is not null
  group by unit_id, year
),
cases as (
  select u.kind, c.unit_id, c.participations, m.size_class,
    case when u.kind = 'county' then p.county_id else p.municipality_id end as placed_in,
    coalesce(p.county_id, '') as county_id, coalesce(p.reason, 'year-without-register') as reason,
    coalesce(p.candidates, '') as candidates
  from chosen c
  join unit u on u.unit_id = c.unit_id
  left join lies_in p on p.unit_id = c.unit_id and p.borders = case when :borders = 0 then c.year else :borders end
  left join municipality_on m on m.borders = p.borders and m.municipality_id = p.municipality_id
),
kept as (
  select * from cases where :size = 'all' or kind = 'county' or placed_in is null or size_class = :size
),
placed_units as (select distinct unit_id from kept where placed_in is not null),
left_out as (
  select unit_id, participations,
    case when relation not in ('self', 'subunit') then relation
      when counted = 0 then 'same-in-two-sources' else 'no-year' end as reason
  from selected
  where year is null or counted = 0
)
select 'units' as section, kind, '' as unit_id, '' as name, '' as reason, '' as candidates, '' as county_id,
  count(distinct case when placed_in is not null then unit_id end) as placed, count(distinct unit_id) as total
from kept
group by kind
union all
select 'participations', kind, '', '', '', '', '',
  sum(case when placed_in is not null then participations else 0 end), sum(participations)
from kept
group by kind
union all
select 'unplaced', k.kind, k.unit_id, u.name, k.reason, k.candidates, k.county_id,
  max(case when p.unit_id is null then 0 else 1 end), sum(k.participations)
from kept k
join unit u on u.unit_id = k.unit_id
left join placed_units p on p.unit_id = k.unit_id
where k.placed_in is null
group by k.kind, k.unit_id, u.name, k.reason, k.candidates, k.county_id
union all
select 'left out', coalesce(u.kind, ''), '', '', l.reason, '', '', 0, sum(l.participations)
from left_out l
left join unit u on u.unit_id = l.unit_id
group by coalesce(u.kind, ''), l.reason
order by section, kind, name, unit_id, reason, candidates
