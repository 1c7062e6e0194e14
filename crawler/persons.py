"""How notices name private persons: surname and 某, a form of address, a familiar 小王. Folded text only.

Surnames: the most frequent ones of the mainland, Hong Kong and Taiwan, which hold over nine tenths of all bearers.
"""

import re

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方"
    "石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤"
    "毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包司柏宁"
    "柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧宫苟褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙喻揭窦迟"
    "宇敖糜鄢冷卓仇艾蓝巩稽井练仲乐虞卞竺冼衣楚佟栗匡宗巫鞠僧桑荆谌银扬岑胥蔺"
)
ADDRESS = (
    r"(?:女士|先生|小姐|太太|阿姨|大爷|大妈|大叔|大伯|大娘|大婶|大姐|大哥|老汉|老太太?|老伯|伯伯?|叔叔?|婶婶?|姨|爷爷|婆婆?|"
    r"奶奶|同学(?!们)|老师(?!们)|老板娘?|师傅|翁(?=[^一-鿿]|[在被接收看的说])|男(?=[在被接收遭前于]|[^一-鿿])|妇(?=[在被接收遭前于不]|[^一-鿿]))"
)
OTHERS = r"[市地县省公一些个种平]"  # 安某市: no person
# 老板, 小区, 阿姨: words, no names.
WORD = "[板师人乡伴公婆年区时孩额贷程型学组店视费卡伙姨妹弟里哥家化广编票游镇件偷心鬼叔同朋]"
BY_SURNAME = rf"(?:某(?!{OTHERS})某?|{ADDRESS}|姓(?!名|氏|主?嫌|犯|车手)[一-鿿]{{0,3}})"
FAMILIAR = rf"(?<![一-鿿].)(?!{WORD})[一-鿿](?=[^一-鿿]|[在被接收看的说下做和])"
FAMILIAR_OF = rf"小(?!{WORD})[一-鿿](?![一-鿿])"
# A person told by name: 王某, 李女士, 小周(化名), 陈姓男子. One class of first characters: re skips from one to the next.
NAMED = re.compile(
    rf"(?P<name>[{SURNAMES}小阿老的](?:(?<=[{SURNAMES}]){BY_SURNAME}|(?<=[小阿老]){FAMILIAR}|(?<=的){FAMILIAR_OF}))"
)
