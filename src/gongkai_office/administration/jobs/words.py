"""Chinese words of the pages of background work."""

RETRIED = "任务已重新排队。"
CANCELLED = "任务已取消。"
CANCELLING = "已要求任务停止，通常几秒钟内生效。"
SWITCHED_ON = "“{title}”已启用，下次运行时间 {at}。"
SWITCHED_OFF = "“{title}”已停用。需要时可以随时启用，也可以手动运行。"
QUEUED = "“{title}”已排队，很快开始运行。"
FAILED_SUBJECT = "后台任务失败：{title}"
FAILED_TEXT = "{error}\n\n打开下面的链接可以看到这个任务，排除原因后可以重试。"
FAILED_OUTSIDE = "后台任务“{title}”没有完成，请登录查看原因。"
SECONDS = "{seconds}秒"
MINUTES = "{minutes}分{seconds}秒"
HOURS = "{hours}小时{minutes}分"
# What a job's figures say at its end, by its name.
RESULTS = {
    "accounts.disable_unused": "提醒 {warned} 个账号，停用 {disabled} 个，因没有别人可以授予角色而保留 {kept} 个。",
    "accounts.forget_sessions": "清理过期会话 {sessions} 个。",
    "data.back_up": "备份文件 {file}，日志第 {number} 号，清理旧备份 {removed} 份。",
    "data.drill": "备份文件 {file} 恢复演练通过，用时 {seconds} 秒。",
    "files.prune": "删除没有登记的文件内容 {deleted} 份。",
    "notices.deliver": "发出 {sent} 条，没有发出 {failed} 条。",
}
ANY_STATE = "全部状态"
ANY_KIND = "全部任务"
