"""Chinese sentences of the demonstration."""

HELP = "打开一个演示用的虚构城市：每次重新生成，只在本机可以访问，按 Ctrl-C 结束。"
DATA = "演示数据放在哪个文件夹（默认 {default}）；除非 --keep，原有的会删除"
KEEP = "接着用上次的演示数据"
CHECK = "只检查能不能打开：启动、登录、退出"
PORT = "端口（默认 8000）"
NOT_A_DEMO = "文件夹 {data} 不是演示数据，没有删除。请用 --data 另指一个空的文件夹。"
OTHER_PORT = "换一个：make demo PORT=8001（或者 gongkai-office demo --port 8001）"
RUNNING = (
    "演示网站正在运行（{data}），没有改动它的数据。请先停止它；"
    "要从另一个端口看同样的数据：make demo KEEP=1 PORT=8001；"
    "要另一份数据：gongkai-office demo --data 另一个文件夹 --port 8001"
)
FOLDER, NUMBER = "文件夹", "端口"
BUILDING = "正在生成演示数据（约十几秒）……"

ADMINISTRATES = ("管理机关、人员、任务、运行状况", "授予和收回角色、复核账号", "查看、核验、导出日志")
UNIT = "{short}政务公开科"
ADDRESS = "萤泽市公开大道{number}号"
HOURS = "工作日 9:00—12:00，14:00—17:30"

PASSWORDS = "口令都是 {password}\n\n"
ROW = "  {username}  {name}  {tells}"
ACCOUNTS = """
演示网站：http://127.0.0.1:{port}/
机关、人员、号码均为虚构。不要求动态口令。

{rows}

按 Ctrl-C 结束。下次接着用这些数据：make demo KEEP=1
"""
UP = "演示网站可以打开，{name}已登录，看到的页面正常。"
NOT_UP = "演示网站没有打开：{why}"
NO_ANSWER = "一分钟内没有应答"
NOT_SIGNED_IN = "不能登录（{status}）"
