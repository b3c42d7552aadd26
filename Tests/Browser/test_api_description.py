"""The API does what its description says: live answers are checked against the schemas of openapi.yaml."""

import json
import urllib.error
import urllib.request

import jsonschema
import pytest
import yaml

from conftest import ADDRESS


def call(path, body=None, headers=None):
    request = urllib.request.Request(ADDRESS + path, data=body, headers=headers or {})
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


@pytest.fixture(scope="module")
def description():
    status, text = call("/api/openapi.yaml")
    assert status == 200
    return yaml.safe_load(text)


def check(description, value, schema):
    jsonschema.Draft202012Validator({"$ref": f"#/components/schemas/{schema}", "components": description["components"]}).validate(value)


def post(body, path="/api/locate"):
    status, text = call(path, body, {"Content-Type": "application/json"})
    return status, json.loads(text)


def test_examples_are_intakes_that_are_answered(description):
    content = description["paths"]["/api/locate"]["post"]["requestBody"]["content"]["application/json"]
    for example in content["examples"].values():
        check(description, example["value"], "Intake")
        status, answer = post(json.dumps(example["value"]).encode())
        assert status == 200, answer
        check(description, answer, "Answer")


def test_example_plans_fit_their_schema(description):
    content = description["paths"]["/api/plan"]["post"]["requestBody"]["content"]["application/json"]
    for name, example in content["examples"].items():
        check(description, example["value"], "PlanRequest")
        status, plan = post(json.dumps(example["value"]).encode(), "/api/plan")
        assert status == 200, plan
        check(description, plan, "Plan")
        # With every open sign denied there are steps.
        request = example["value"]
        request["intake"].setdefault("answers", {}).update({sign: "no" for sign in plan["ask"]})
        status, plan = post(json.dumps(request).encode(), "/api/plan")
        check(description, plan, "Plan")
        assert plan["status"] == "plan" and plan["steps"], name
    status, answer = post(b'{"intake": {}, "colour": 1}', "/api/plan")
    assert status == 400
    check(description, answer, "Problem")


def test_example_answers_fit_their_schemas(description):
    for path in description["paths"].values():
        for operation in path.values():
            for code, response in operation["responses"].items():
                content = response.get("content", {}).get("application/json", {})
                for example in content.get("examples", {}).values():
                    schema = {**content["schema"], "components": description["components"]}
                    jsonschema.Draft202012Validator(schema).validate(example["value"])


@pytest.mark.parametrize(
    "body, expected",
    [
        (b'{"drawing": [{"region": "sacrum", "side": "midline", "intensity": 11}]}', 400),
        (b"\xff", 400),
        (b" " * 5_000_000, 413),
    ],
)
def test_refusals_fit_their_schema(description, body, expected):
    status, answer = post(body)
    assert status == expected
    check(description, answer, "Problem")


@pytest.mark.parametrize("query, kind", [("", "SingleRun"), ("?ensemble=4&seed=2&spread=0.5", "EnsembleRun")])
def test_example_scenarios_are_simulated(description, query, kind):
    content = description["paths"]["/api/simulate"]["post"]["requestBody"]["content"]["application/json"]
    for example in content["examples"].values():
        check(description, example["value"], "Scenario")
        status, result = post(json.dumps(example["value"]).encode(), "/api/simulate" + query)
        assert status == 200, result
        check(description, result, "Simulation")
        check(description, result["runs"][0], kind)


@pytest.mark.parametrize("query", ["?ensemble=1", "?colour=red"])
def test_refused_scenarios_fit_their_schema(description, query):
    status, answer = post(b'{"initial": "latent", "segments": [{"seconds": 60}]}', "/api/simulate" + query)
    assert status == 400
    check(description, answer, "Problem")


def test_example_entries_are_kept_and_read(description):
    content = description["paths"]["/api/entries"]["post"]["requestBody"]["content"]["application/json"]
    for example in content["examples"].values():
        for entry in example["value"] if isinstance(example["value"], list) else [example["value"]]:
            check(description, entry, "NewEntry")
        status, answer = post(json.dumps(example["value"]).encode(), "/api/entries")
        assert status == 201, answer
        check(description, answer, "AddedEntries")
    status, text = call("/api/entries?limit=2")
    assert status == 200
    part = json.loads(text)
    check(description, part, "EntryPart")
    assert len(part["entries"]) == 2 and part["next"]


def test_refused_entries_fit_their_schema(description):
    for body in (b'{"kind": "pain"}', b"[]", b"\xff"):
        status, answer = post(body, "/api/entries")
        assert status == 400
        check(description, answer, "Problem")


def test_figures_are_given():
    status, text = call("/metrics")
    assert status == 200 and b"unknot_http_requests_total" in text


def test_health_and_readiness(description):
    for path in ("/health", "/ready"):
        status, text = call(path)
        schema = description["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.Draft202012Validator({**schema, "components": description["components"]}).validate(json.loads(text))
        assert status == 200
