"""Chinese triggers in Simplified characters; texts are folded before they are searched."""

from events.extraction.cues.meaning import NOTHING, Meaning, Need, Rows, Sort
from events.models.vocabulary import EventKind as Kind


def _tells(kind: Kind, need: Need, weight: float) -> Meaning:
    return Meaning(Sort.TRIGGER, kind, need, weight=weight)


EVENTS: Rows = (
    # release
    (_tells(Kind.RELEASE, Need.PRODUCT, 0.9), "推出 发布 上线 开放注册 对外开放 公众开放 向公众提供 提供服务 面世 问世 首发 发表 正式开放 全面开放 全量开放 开放使用 推送 推出了 发布了 上线了 发行"),
    (_tells(Kind.RELEASE, Need.PRODUCT, 0.7), "亮相 登场 上架 开售 开卖 交付 量产 增设 新增 升级到 升级为 升级至 更新至 更新到 免费开放 向公众开放 向所有用户开放 全面铺开 发售 揭晓 祭出 端出 甩出 抛出 释出"),
    # preview
    (_tells(Kind.PREVIEW, Need.PRODUCT, 0.7), "公测 内测 灰度测试 灰度上线 小范围测试 邀请测试 测试阶段 抢先体验 开启测试 开放测试 封闭测试 众测 邀测 限量测试 试运行"),
    (_tells(Kind.PREVIEW, Need.PRODUCT, 0.5), "预告 展示了 演示了 预览了 预热"),
    (_tells(Kind.ANNOUNCEMENT, Need.ANYONE, 0.95), "降价 下调 上调 涨价 免费 砍到 降至 调价 降价至 降到 永久免费 全面免费"),
    # announcement: carries whatever follows in its clause
    (_tells(Kind.ANNOUNCEMENT, Need.ANYONE, 0.6), "宣布 宣告 公布 官宣 公告 公布了 宣布了"),
    # conference
    (_tells(Kind.CONFERENCE, Need.ANYONE, 0.7), "召开 举办 举行 开幕 闭幕 拉开帷幕 落幕 揭幕"),
    # delay, pause, cancellation
    (_tells(Kind.DELAY, Need.ANYONE, 0.9), "推迟 延期 延后 跳票 推后 被延迟 延迟发布 延迟推出 延迟上线 一再延迟 再度延迟 延缓 顺延 难产 改期"),
    (_tells(Kind.PAUSE, Need.ANYONE, 0.8), "暂停 暂缓 叫停 喊停 停止生产 逐步停止 停止供应 停止 搁置 中止 停更 冻结 停摆 按下暂停键 暂时关闭 暂时下架"),
    (_tells(Kind.CANCELLATION, Need.ANYONE, 0.8), "取消 放弃 砍掉 终止 撤销 撤回 下架 下线 关停 停运 停产 停服 退役 叫停并撤回 不再推出 不再支持 停止服务 停止运营 停止开发 停止提供 关闭服务 夭折 作罢 告吹"),
    # investment
    (_tells(Kind.INVESTMENT, Need.ACTOR, 0.9), "领投 跟投 注资 增资 融资 筹资 股权 持股 出售股份 售股 募资 募得 筹集 筹得 筹资 获投 入股 参投 战略投资 追加投资 定增"),
    (_tells(Kind.INVESTMENT, Need.MONEY, 0.7), "投资 投入 斥资 豪掷 砸下 资本支出 资本开支 估值 采购 订单 拨款 募集"),
    (_tells(Kind.INVESTMENT, Need.ACTOR, 0.8), "递交申请 上市 挂牌 敲锣 递交招股书 提交招股书 递表 首次公开募股 挂牌上市 敲钟 上市申请 ipo 科创板上市 港交所上市 赴港上市 在港上市"),
    # acquisition
    (_tells(Kind.ACQUISITION, Need.ACTOR, 0.9), "收购 併购 并购 买下 兼并 纳入麾下 全资收购 收归旗下 吞并 控股"),
    # policy
    (_tells(Kind.POLICY, Need.PUBLIC, 0.8), "提案 行为准则 核发 许可 签署行政令 签署行政命令 行政令 行政命令 法案 禁令 出口管制 出口限制 管理办法 暂行办法 管理规定 征求意见稿 指导意见 实施意见 备案 反垄断调查 立案调查 罚款 制裁 实体清单 开出罚单 处以"),
    (_tells(Kind.POLICY, Need.PUBLIC, 0.7), "生效 施行 适用 执行 通过 表决 出台 颁布 立法 废除 废止 禁止 禁用 封禁 批准 获批 放行 监管 解禁 通过备案 限制 审查 约谈 责令 通过了 签署"),
    # partnership
    (_tells(Kind.PARTNERSHIP, Need.TWO, 0.8), "合作 联手 携手 结盟 牵手 战略合作 达成合作 合作协议 达成协议 签署协议 签约 联合推出 联合发布 联合成立 深度合作 建立伙伴关系 战略协议 授权协议 许可协议 官宣合作"),
    (_tells(Kind.PARTNERSHIP, Need.TWO, 0.6), "接入 整合 集成 搭载 选定 签下 签署 敲定合作 意向书 备忘录 引入 采用 联合 入驻 上架到 登陆"),
    # market move
    (_tells(Kind.MARKET_MOVE, Need.FIGURE, 0.8), "股价 涨逾 跌逾 上扬 收红 收黑 收涨 收跌 大涨 大跌 暴跌 暴涨 上涨 下跌 蒸发 涨停 跌停 涨超 跌超 涨近 跌近 涨幅 跌幅 飙升 重挫 收高 收低 走高 走低 收盘 市值突破 市值缩水 市值蒸发 市值达 创历史新高"),
    # research
    (_tells(Kind.RESEARCH, Need.ANYONE, 0.7), "论文 技术报告 研究成果 测得 刷新纪录 刷新记录 刷新了 拿下 夺冠 夺魁 登顶 位居榜首 位列第一 排名第一 排名第一 取得突破 超越 超过了 击败 反超 优于 领先于 得分 准确率 斩获 金牌 获奖 荣获"),
    # statement
    (_tells(Kind.STATEMENT, Need.SPEAKER, 0.6), "表示 称 指出 透露 强调 回应 坦言 警告 预测 预言 呼吁 写道 发文 批评 称赞 承认 直言 断言 发推 发帖 澄清 反驳 声明 致歉 道歉 抨击 驳斥 声称 宣称 告诉 爆料称 回复称 喊话 重申 承诺"),
    (_tells(Kind.STATEMENT, Need.SPEAKER, 0.4), "认为 说 谈到 提到 解释 补充道 补充说 补充称 补充 建议 相信 谈及 回答 反思 暗示 主张 感叹 感慨"),
    (_tells(Kind.STATEMENT, Need.SPEAKER, 0.7), "置评 没有回应 未回应 未予置评 拒绝置评 不予置评 未置评 未作回应 尚未回应 不予评论 拒绝评论 未予回应 没有立即回应 斥为 否认 辟谣 公开拒绝 拒绝签字 联名 坦率 致信 公开信 作证"),
    # report
    (_tells(Kind.REPORT, Need.ANYONE, 0.5), "报道称 报道 曝光 被曝 被曝出 曝出 传出 爆料 披露 流出 被扒出 独家 获悉"),
    # open-sourcing
    (_tells(Kind.OPEN_SOURCING, Need.PRODUCT, 0.8), "开源 开源了 开放源代码 开放权重 开放源码 公开代码 公开权重 开放模型权重 正式开源 全面开源 宣布开源"),
    # hiring and organization
    (_tells(Kind.ORGANIZATION, Need.ANYONE, 0.8), "任命 出任 担任 升任 离职 接棒 接班 履任 裁撤 解散 聘请 挖角 挖走 挖来 裁员 辞职 辞任 辞去 卸任 接任 接替 离开 跳槽 解雇 罢免 解职 招募 入职 履新 回归 离任 重返"),
    (_tells(Kind.ORGANIZATION, Need.ANYONE, 0.7), "成立 组建 创立 创办 设立 重组 改组 拆分 合并 改名为 更名为 架构调整 调整架构 组织架构 新成立 成立了 组建了 落户 加入 加盟 招聘 引进"),
    # incident
    (_tells(Kind.INCIDENT, Need.ANYONE, 0.8), "宕机 故障 崩溃 中断服务 服务中断 大规模中断 泄露 泄漏 开庭 索赔 陪审团 起诉 诉讼 提告 控告 状告 被告上法庭 遭黑客 黑客攻击 网络攻击 恶意攻击 遭攻击 数据泄露 侵权 漏洞 事故 瘫痪 起火 罢工 抄袭 误发 盗用 遭到攻击 遭遇攻击 和解 败诉 胜诉 判决 裁定 驳回"),
    # milestone
    (_tells(Kind.MILESTONE, Need.FIGURE, 0.7), "突破 用户数 走红 下载量 月活 日活 月活跃用户 日活跃用户 周活跃用户 周活 活跃用户 用户量 用户规模 累计 达到 装机量 年化收入 营收 收入 净利润 调用量 破亿 破万"),
)  # fmt: skip

# longer words in which a trigger means nothing
PLAIN_WORDS: Rows = (
    (NOTHING, "发布会上 发布者 发布时间 发布日期 发布策略 发布节奏 发布计划 尚未发布会 发表评论 发表看法 发表演讲"),
    (NOTHING, "上线时间 推出时间 首发价 交付周期 问世以来 发布以来 推出以来 上线以来"),
    (NOTHING, "名称 称为 称之为 被称 称作 简称 号称 堪称 职称 对称 俗称 称号 著称 统称 自称 人称 所称 称霸 称得上 称职 称谓 昵称 全称 可称 称其为 官方称呼 称呼"),
    (NOTHING, "说明 说法 小说 传说 学说 话说 说服 说不定 可以说 来说 再说 说到 说来 说起 总的来说 一般来说 应该说 也就是说 换句话说 换言之 说话 难说 据说 不用说 听说 解说 具体来说 对他来说 据了解 此说 比如说 或者说 且不说 虽说 按说"),
    (NOTHING, "开源模型 开源社区 开源生态 开源战略 开源路线 开源项目 开源技术 开源软件 开源协议 开源许可 开源平台 开源大模型 开源方案 开源框架 开源人工智能 开源替代 开源产品 开源承诺 开源策略 开源阵营 开源力量 开源版本 开源榜单 开源基准 开源领域 开源的 开源ai 开源世界 开源开放 开源优势 开源发展 开源开发 开源方法 开源之路 开源界 开源llm 开源基础 开源与 开源还是 开源或 开源和 开源竞赛 开源工具 开源代码库 开源倡导 开源原则 开源精神 开源理念 开源文化 开源数据 开源库 开源推理 开源多模态 开源语言 开源智能体 开源闭源 开源贡献 开源治理 开源政策 开源运动"),
    (NOTHING, "投资者 投资人 投资方 投资机构 投资组合 投资银行 投资公司 投资总监 投资部 投资界 投资圈 投资建议 融资额 融资渠道 融资环境 研究员 研究人员 研究生 研究所 研究院 研究机构 研究团队 研究实验室"),
    (NOTHING, "合作伙伴 合作方 合作社 合作关系 联合创始人 联合创办人 联合国 联合主席 联合利华 综合 集成电路 集成度 系统集成 引入歧途"),
    (NOTHING, "股价对比 达到预期 未达到 达到最佳 达到目的 离开了 加入了竞争 竞争加入 讨论中 中断点 低延迟 延迟低 高延迟 延迟时间 延迟降低 毫秒延迟"),
    (NOTHING, "报道人 据报道 有报道 报道显示 监管机构 监管部门 监管层 监管者 监管环境 限制性 计算资源的限制 资源限制 审查机制 漏洞百出 收盘价 达成共识 突破性 突破口 技术突破 有所突破 突破点 营收额 收入来源 收入增长 累计折旧 崩溃边缘 公告栏 公告牌 公布于众 公之于众"),
    (NOTHING, "此举表示 不愿透露 拒绝透露 不愿具名 表示怀疑 表示欢迎 表示感谢 要求匿名 建议零售价 解释性 可解释 回应速度 承诺书 相信你 难以相信 说一句 认为是 被认为 普遍认为 业内人士认为 告诉我们 批评者 批评人士 补充资料"),
    (NOTHING, "许可证 mit许可 apache许可 许可协议 执行长 执行官 首席执行官 执行副 执行董事 执行力 执行任务 通过api 通过这 通过使用 通过分析 通过开放 通过其 通过其他 通过大 通过对 通过将 通过与 通过该 通过一 通过微信 通过降低 通过利用 通过蒸馏 通过强化 通过自 通过云 通过引入 适用于 适用范围 等待名单 免费额度 免费用户 免费账号 免费版 免费层 免费榜"),
    (NOTHING, "论文集 论文答辩 优于预期 加入购物车 采用了 采用的 收购案 融资轮 成立以来 成立于 创立于 创办于 创办人 创立者 成立时"),
)  # fmt: skip
