"""Plays a whole game of Between Giants with random legal actions, from the masks alone: python3 agent.py [COMMAND ...]"""
import json, random, subprocess, sys

COMMAND = sys.argv[1:] or "npm run --silent environment -- --seats US=agent,KR=bot:trader,CN=agent".split()
game = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

def ask(method, **params):
    print(json.dumps({"method": method, **params}), file=game.stdin, flush=True)
    return json.loads(game.stdout.readline())

def package(kind, start):  # clause by clause, for as long as the mask lists more
    address = "to" if kind == "table" else "offer"
    draft = {address: start[address], "sealed": random.choice(start["sealed"]), "clauses": []}
    while (mask := ask("mask", draft=draft)["mask"])["levers"] and random.random() < 0.8:
        lever, levels = random.choice(list(mask["levers"].items()))
        draft["clauses"].append({"lever": lever, "level": random.choice(levels), "from": random.choice(mask["from"])})
    return {"type": kind, **draft, "note": "", "spend": mask["spend"]} if mask["refusal"] is None else {"type": "pass"}

def choose(mask):
    kind = random.choice([kind for kind in mask["types"] if kind in ("pass", "table", "counter", "accept", "decline")])
    choice = random.choice(mask.get(kind, [None]))
    if kind in ("table", "counter"): return package(kind, choice)
    return {"type": kind, **({"pass": {}, "accept": choice}.get(kind, {"offer": choice, "note": ""}))}

random.seed(1)
answer = ask("reset", seed="1")
while "error" not in answer and answer["agentSelection"]:
    answer = ask("step", action=choose(ask("mask")["mask"]))
print(json.dumps(answer))
