-- How many municipalities of each size were found in the loaded sources?
-- The size is the population on 1 January of the year whose borders are used; "as it was" that is the row's own year.
with chosen as (    -- each recorded unit and year once, before anything is joined
  select unit_id, year
  from participation
  where counted = 1
    and year between :first_year and :last_year
    and (:role = 'all' or role = :role)
    and (:family = 'all' or family in (select code from family where code = :family or family_group = :family))
  group by unit_id, year
),
found as (
  select distinct m.size_class, m.municipality_id
  from chosen c
  join lies_in p on p.unit_id = c.unit_id and p.borders = case when :borders = 0 then c.year else :borders end
  join municipality_on m on m.borders = p.borders and m.municipality_id = p.municipality_id
  where :size = 'all' or m.size_class = :size
),
there as (          -- every municipality that could have been found
  select distinct size_class, municipality_id
  from municipality_on
  where (borders = :borders or (:borders = 0 and borders between :first_year and :last_year))
    and (:size = 'all' or size_class = :size)
),
found_in as (select size_class, count(*) as municipalities from found group by size_class),
there_in as (select size_class, count(*) as municipalities from there group by size_class)
select 'row' as section, s.position, s.code as size_class,
  coalesce(f.municipalities, 0) as municipalities_found, coalesce(t.municipalities, 0) as municipalities
from size_class s
left join found_in f on f.size_class = s.code
left join there_in t on t.size_class = s.code
where (:size = 'all' or s.code = :size) and (s.code <> 'unknown' or t.municipalities > 0)
union all
select 'total', 0, '',
  (select count(distinct municipality_id) from found), (select count(distinct municipality_id) from there)
order by section, position
