"""An invented truce between Crown and Guard at a pass: for tests of event tables."""

AGREEMENT = """\
servanda: 1
id: pass
title: An invented truce
signed: 2031-01-01
in_force: 2031-01-02
timezone: UTC
actors:
  crown: {name: Crown, role: signatory}
  guard: {name: Guard, role: signatory}
zones:
  pass: {name: High Pass, geometry: {point: [26.4, 46.4], radius_km: 20}}
terms:
  1-truce: {norm: prohibition, bearer: [crown, guard], act: attack, zone: pass}
"""
