-- How many municipalities were found each year, in how many participations, with how much money?
-- A participation is counted in one year: the year the grant was signed. Years without any are shown as zero.
with chosen as (
  select unit_id, year, count(*) as participations, sum(amount) as amount, count(amount) as with_amount
  from participation
  where counted = 1
    and year between :first_year and :last_year
    and (:role = 'all' or role = :role)
    and (:family = 'all' or family in (select code from family where code = :family or family_group = :family))
  group by unit_id, year
),
cases as (          -- a year outside the register has no placing, so the left join keeps its participations
  select c.year, c.participations, c.amount, c.with_amount, p.municipality_id, m.size_class
  from chosen c
  join unit u on u.unit_id = c.unit_id and u.kind = 'municipality'
  left join lies_in p on p.unit_id = c.unit_id and p.borders = case when :borders = 0 then c.year else :borders end
  left join municipality_on m on m.borders = p.borders and m.municipality_id = p.municipality_id
),
kept as (           -- what cannot be placed has no size, and stays
  select * from cases where :size = 'all' or municipality_id is null or size_class = :size
),
found_in as (
  select year, count(distinct municipality_id) as municipalities, sum(participations) as participations,
    sum(case when municipality_id is null then participations else 0 end) as not_placed,
    sum(amount) as amount, sum(participations - with_amount) as without_amount
  from kept
  group by year
),
there_in as (
  select y.year, count(*) as municipalities
  from calendar y
  join municipality_on m on m.borders = case when :borders = 0 then y.year else :borders end
  where :size = 'all' or m.size_class = :size
  group by y.year
)
select 'row' as section, y.year as year,
  coalesce(f.municipalities, 0) as municipalities_found, t.municipalities as municipalities,
  coalesce(f.participations, 0) as participations, coalesce(f.not_placed, 0) as not_placed,
  f.amount as amount, coalesce(f.without_amount, 0) as without_amount
from calendar y
left join found_in f on f.year = y.year
left join there_in t on t.year = y.year
where y.year between :first_year and :last_year
union all
select 'total', 0,
  (select count(distinct municipality_id) from kept),
  (select count(distinct municipality_id) from municipality_on
    where (borders = :borders or (:borders = 0 and borders between :first_year and :last_year))
      and (:size = 'all' or size_class = :size)),
  (select coalesce(sum(participations), 0) from kept),
  (select coalesce(sum(participations), 0) from kept where municipality_id is null),
  (select sum(amount) from kept), (select coalesce(sum(participations - with_amount), 0) from kept)
order by section, year
