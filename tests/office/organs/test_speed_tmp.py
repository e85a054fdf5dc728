import time, datetime as dt
from django.urls import reverse
from gongkai_office.organs.models import Organ
from gongkai_office.organs.sheets.table import read_table
from gongkai_office.organs.sheets.plan import plan_of
from gongkai_office.organs.actions import import_organs
from gongkai_office.accounts.words import Role
from tests.office.city import person
def test_speed(db, client):
    rows=["机关名称,上级机关,机关类别,层级,联系电话","萤泽市人民政府,,人民政府,市级,1"]
    for c in range(33):
        rows.append(f"萤{c:02}县人民政府,萤泽市人民政府,人民政府,县级,1")
        rows+=[f"萤{c:02}县第{b}局,萤{c:02}县人民政府,政府工作部门,县级,000-{b}" for b in range(102)]
    t=time.time(); plan=plan_of(read_table("\r\n".join(rows).encode("gb18030")), Organ.objects.all(), at_top=True, day=dt.date(2026,11,22)); print("\nPLAN",round(time.time()-t,2),len(plan.steps))
    t=time.time(); import_organs(plan,by=None,progress=lambda d,n:None); print("APPLY",round(time.time()-t,2))
    city=Organ.objects.get(name="萤泽市人民政府"); client.force_login(person(city,Role.SYSTEM_ADMINISTRATOR,below=True))
    county=Organ.objects.get(name="萤05县人民政府")
    for u in ("/organs/",f"/organs/?open={county.pk}","/organs/?q=局",f"/organs/{city.pk}/",f"/organs/{county.pk}/branch/","/organs/export/xlsx/"):
        client.get(u); t=time.time(); client.get(u); print("PAGE",u,round((time.time()-t)*1000),"ms")
