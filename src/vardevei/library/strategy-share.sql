-- How many municipalities a valid international strategy is found of, of all that are there. Tables:
--   municipality(municipality_id, county_number, county, size_class, size_position)   today's
--   adopted(organisation_id, kind, adopted_on, valid_until)                           what stands in the register
--   became(organisation_id, municipality_id)   a municipality, as it was then -> those of today that hold some of it
with valid as (
  select distinct organisation_id from adopted
  where kind = 'international'
    and (adopted_on is null or adopted_on <= cast(:day as date))
    and (valid_until is null or valid_until >= cast(:day as date))
),
sole as (           -- of one that was split nobody knows which part took the strategy over, so it counts for none
  select organisation_id from became group by organisation_id having count(*) = 1
),
found as (
  select distinct b.municipality_id from valid v
  join sole s on s.organisation_id = v.organisation_id
  join became b on b.organisation_id = v.organisation_id
),
counted as (
  select case when :by = 'county' then m.county_number else m.size_class end as code,
    case when :by = 'county' then m.county else m.size_class end as name,
    case when :by = 'county' then m.county_number else m.size_position end as position,
    count(f.municipality_id) as found, count(*) as municipalities
  from municipality m left join found f on f.municipality_id = m.municipality_id
  group by 1, 2, 3
)
select 'row' as section, code, name, position, found, municipalities from counted
union all
select 'total', '', '', '', sum(found), sum(municipalities) from counted
order by section, position
