import time, datetime as dt
import pytest
from gongkai_office.organs.models import Organ
from gongkai_office.organs.sheets.table import read_table
from gongkai_office.organs.sheets.plan import plan_of, Fate
from gongkai_office.organs.sheets import book
from gongkai_office.organs.actions import import_organs
from gongkai_office.audit.models import Event
D=dt.date(2026,11,22)
def make_csv():
    rows=["机关名称,上级机关,机关类别,层级,联系电话"]
    rows.append("萤泽市人民政府,,人民政府,市级,1")
    for c in range(33):
        rows.append(f"萤{c:02}县人民政府,萤泽市人民政府,人民政府,县级,1")
        for b in range(100):
            rows.append(f"萤{c:02}县第{b}局,萤{c:02}县人民政府,政府工作部门,县级,000-{b}")
    return "\r\n".join(rows).encode("gb18030")
def test_speed(db):
    data=make_csv(); t=time.time(); table=read_table(data); print("read",time.time()-t,len(table.lines))
    t=time.time(); plan=plan_of(table, Organ.objects.all(), at_top=True, day=D); print("plan",time.time()-t,plan.problems[:3],len(plan.of(Fate.NEW)))
    t=time.time(); print(import_organs(plan,by=None,progress=lambda d,n:None)); print("apply",time.time()-t, Event.objects.count())
    t=time.time(); x=book.list_as_xlsx(Organ.objects.all()); print("xlsx",time.time()-t,len(x))
    t=time.time(); table=read_table(x); print("readx",time.time()-t)
    t=time.time(); plan=plan_of(table, Organ.objects.select_related("system_superior"), at_top=True, day=D); print("plan2",time.time()-t,plan.problems[:3],len(plan.of(Fate.UNCHANGED)), len(plan.steps))
    t=time.time(); x=book.list_as_csv(Organ.objects.all()); print("csv",time.time()-t,len(x))
    t=time.time(); book.template(); print("template",time.time()-t)
