-- How many of each county's municipalities were found in the loaded sources?
-- :borders is a year, or 0 for "as it was": then every participation is placed on the borders of its own year.
with chosen as (    -- each recorded unit and year once, before anything is joined
  select unit_id, year
  from participation
  where counted = 1
    and year between :first_year and :last_year
    and (:role = 'all' or role = :role)
    and (:family = 'all' or family in (select code from family where code = :family or family_group = :family))
  group by unit_id, year
),
cases as (          -- where the unit's whole territory lies on those borders; empty where the register cannot say
  select c.unit_id, p.kind, p.municipality_id, p.county_id, m.size_class
  from chosen c
  join lies_in p on p.unit_id = c.unit_id and p.borders = case when :borders = 0 then c.year else :borders end
  left join municipality_on m on m.borders = p.borders and m.municipality_id = p.municipality_id
),
found as (          -- Rissa and Leksvik on the borders of 2024 are both Indre Fosen, which counts once
  select distinct county_id, municipality_id
  from cases
  where municipality_id is not null and (:size = 'all' or size_class = :size)
),
there as (          -- every municipality that could have been found
  select distinct county_id, municipality_id
  from municipality_on
  where (borders = :borders or (:borders = 0 and borders between :first_year and :last_year))
    and (:size = 'all' or size_class = :size)
),
waiting as (        -- the county is known, but not which of its municipalities: never part of the numerator
  select distinct county_id, unit_id
  from cases
  where kind = 'municipality' and municipality_id is null and county_id is not null
    and unit_id not in (select unit_id from cases where municipality_id is not null)
),
councils as (
  select distinct county_id from cases where kind = 'county' and county_id is not null
),
counties as (
  select county_id, max(has_council) as has_council, min(borders) as first_borders, max(borders) as last_borders
  from county_on
  where borders = :borders or (:borders = 0 and borders between :first_year and :last_year)
  group by county_id
),
found_in as (select county_id, count(*) as municipalities from found group by county_id),
there_in as (select county_id, count(*) as municipalities from there group by county_id),
waiting_in as (select county_id, count(*) as units from waiting group by county_id)
select 'row' as section, o.number as county_number, o.name as county, k.first_borders, k.last_borders,
  coalesce(f.municipalities, 0) as municipalities_found, coalesce(t.municipalities, 0) as municipalities,
  coalesce(w.units, 0) as not_placed_in_municipality,
  case when c.county_id is null then 0 else 1 end as county_council_found, k.has_council
from counties k
join county_on o on o.county_id = k.county_id and o.borders = k.last_borders
left join found_in f on f.county_id = k.county_id
left join there_in t on t.county_id = k.county_id
left join waiting_in w on w.county_id = k.county_id
left join councils c on c.county_id = k.county_id
union all
select 'total', '', '', 0, 0,
  (select count(distinct municipality_id) from found), (select count(distinct municipality_id) from there),
  (select count(distinct unit_id) from waiting), (select count(*) from councils),
  (select coalesce(sum(has_council), 0) from counties)
order by section, county_number
